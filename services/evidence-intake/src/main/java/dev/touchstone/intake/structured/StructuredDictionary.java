package dev.touchstone.intake.structured;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a dictionary of structured fields (RFC 8941 section 4.2.2) as far as signatures and digests use them:
 * everything but decimals. At most {@value #MOST} members, items and parameters each.
 */
public final class StructuredDictionary {

    private static final int MOST = 64;
    private static final int LONGEST_INTEGER = 15;
    private static final String KEY_MARKS = "_-.*";
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~:/";

    private final String text;
    private int at;

    private StructuredDictionary(String text) {
        this.text = text;
    }

    /** The members in their order, of those with one name the last; empty if it is no such field. */
    public static Optional<Map<String, Member>> parse(String text) {
        try {
            return Optional.of(new StructuredDictionary(text).members());
        } catch (Malformed | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        skip(" ");
        while (at < text.length()) {
            String name = key();
            Member member = next('=') ? member() : new Member.Item(true, parameters());
            members.remove(name);
            members.put(name, member);
            bounded(members.size());
            skip(" \t");
            if (at == text.length()) {
                break;
            }
            demand(next(','));
            skip(" \t");
            demand(at < text.length());
        }
        return members;
    }

    private Member member() {
        return peek() == '(' ? innerList() : item();
    }

    private Member innerList() {
        List<Member.Item> items = new ArrayList<>();
        at++;
        while (true) {
            skip(" ");
            if (next(')')) {
                return new Member.InnerList(items, parameters());
            }
            items.add(item());
            bounded(items.size());
            demand(peek() == ' ' || peek() == ')');
        }
    }

    private Member.Item item() {
        Object value = bare();
        return new Member.Item(value, parameters());
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        while (next(';')) {
            skip(" ");
            String name = key();
            Object value = next('=') ? bare() : Boolean.TRUE;
            parameters.remove(name);
            parameters.put(name, value);
            bounded(parameters.size());
        }
        return parameters;
    }

    private Object bare() {
        char first = peek();
        if (first == '"') {
            return string();
        }
        if (first == ':') {
            int end = text.indexOf(':', at + 1);
            demand(end > 0);
            byte[] bytes = Base64.getDecoder().decode(text.substring(at + 1, end));
            at = end + 1;
            return new ByteSequence(bytes);
        }
        if (first == '?') {
            at++;
            demand(peek() == '0' || peek() == '1');
            return text.charAt(at++) == '1';
        }
        if (first == '-' || isDigit(first)) {
            return integer();
        }
        demand(first == '*' || isLetter(first));
        return new Token(taken(TOKEN_MARKS, true));
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (true) {
            char character = peek();
            at++;
            if (character == '"') {
                return string.toString();
            }
            if (character == '\\') {
                character = peek();
                at++;
                demand(character == '"' || character == '\\');
            }
            demand(character >= ' ' && character < 0x7f);
            string.append(character);
        }
    }

    private Long integer() {
        int start = at;
        next('-');
        int digits = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        demand(at > digits && at - digits <= LONGEST_INTEGER);
        demand(at == text.length() || text.charAt(at) != '.');
        return Long.valueOf(text.substring(start, at));
    }

    private String key() {
        demand(peek() == '*' || peek() >= 'a' && peek() <= 'z');
        return taken(KEY_MARKS, false);
    }

    private String taken(String marks, boolean capitals) {
        int start = at;
        while (at < text.length()) {
            char character = text.charAt(at);
            boolean letter = capitals ? isLetter(character) : character >= 'a' && character <= 'z';
            if (!letter && !isDigit(character) && marks.indexOf(character) < 0) {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        demand(at < text.length());
        return text.charAt(at);
    }

    private boolean next(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static void bounded(int count) {
        demand(count <= MOST);
    }

    private static void demand(boolean condition) {
        if (!condition) {
            throw new Malformed();
        }
    }

    private static final class Malformed extends RuntimeException {
        Malformed() {
            super(null, null, false, false);
        }
    }
}
