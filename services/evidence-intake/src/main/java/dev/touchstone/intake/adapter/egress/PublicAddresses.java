package dev.touchstone.intake.adapter.egress;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are of the public Internet, by the special-purpose registries of IANA (RFC 6890). What is
 * translated to or tunnelled in an IPv4 address is not: it could lead anywhere.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return address instanceof Inet4Address
                ? isPublic4(first, second, third)
                : isPublic6(first, second, third, bytes[3] & 0xff);
    }

    private static boolean isPublic4(int first, int second, int third) {
        boolean special = first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113
                || first >= 240;
        return !special;
    }

    /** Global unicast is 2000::/3; of that 2001::/23, 2001:db8::/32, 2002::/16 and 3fff::/20 are not. */
    private static boolean isPublic6(int first, int second, int third, int fourth) {
        boolean unicast = (first & 0xe0) == 0x20;
        boolean special = first == 0x20 && second == 0x01 && third < 2
                || first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8
                || first == 0x20 && second == 0x02
                || first == 0x3f && second == 0xff && third < 0x10;
        return unicast && !special;
    }
}
