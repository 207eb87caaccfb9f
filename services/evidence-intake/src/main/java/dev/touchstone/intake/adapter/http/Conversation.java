package dev.touchstone.intake.adapter.http;

import dev.touchstone.intake.xapi.XapiVersion;
import jakarta.enterprise.context.RequestScoped;

/** The version of xAPI in which the request at hand is answered. */
@RequestScoped
class Conversation {

    private XapiVersion version = XapiVersion.V2_0;

    void in(XapiVersion spoken) {
        version = spoken;
    }

    XapiVersion version() {
        return version;
    }
}
