package dev.touchstone.issuance.proof;

import java.math.BigInteger;
import java.util.Base64;

/** Multibase text as in Controlled Identifiers 1.0 section 2.4: {@code z} base58btc, {@code u} base64url without padding. */
public final class Multibase {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    /** Base58 takes quadratic time; keys and signatures stay well below. */
    private static final int MAX_BASE58_LENGTH = 200;

    private Multibase() {}

    public static String base58(byte[] bytes) {
        StringBuilder reversed = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            reversed.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            reversed.append(ALPHABET.charAt(0));
        }
        return reversed.append('z').reverse().toString();
    }

    public static String base64url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes either base.
     *
     * @throws IllegalArgumentException for any other prefix, a character outside the alphabet or base58 of more than 200
     *     characters
     */
    public static byte[] decode(String text) {
        if (text.startsWith("z")) {
            return decodeBase58(text.substring(1));
        }
        if (text.startsWith("u")) {
            return Base64.getUrlDecoder().decode(text.substring(1));
        }
        throw new IllegalArgumentException("neither base58btc (z) nor base64url (u)");
    }

    private static byte[] decodeBase58(String digits) {
        if (digits.length() > MAX_BASE58_LENGTH) {
            throw new IllegalArgumentException("longer than any key or signature");
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            int digit = ALPHABET.indexOf(digits.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not a base58btc character: " + digits.charAt(i));
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        byte[] magnitude = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int from = magnitude.length > 1 && magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - from];
        System.arraycopy(magnitude, from, bytes, zeros, magnitude.length - from);
        return bytes;
    }
}
