package dev.touchstone.intake.fetch;

/**
 * One request that a notification leads to.
 *
 * @param name under which the template finds the answer
 * @param values JSONata that gives the values of the address, from {@code notification} and what was {@code fetched}
 *     before; nothing, and the request is not made
 * @param body fixed JSON, for systems that are read by POST; null for GET
 */
public record FetchRequest(String name, UrlTemplate path, String values, Object body) {

    public String method() {
        return body == null ? "GET" : "POST";
    }
}
