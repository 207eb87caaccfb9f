package dev.touchstone.issuance.lint;

import dev.touchstone.issuance.document.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rules that a credential must keep. What we sign keeps all of them before the key is touched; what others signed is held
 * to the standards only.
 */
public final class Linter {

    private static final List<Rule> COMPACT_FORM = List.of(new CompactForm());
    private static final List<Rule> STRUCTURE =
            List.of(new CompactForm(), new CredentialStructure(), new BadgeStructure());
    private static final List<Rule> SEMANTICS = List.of(
            new DateRules(), new SubjectRules(), new ResultRules(), new VocabularyRules(), new ReferenceRules());
    private static final List<Rule> HOUSE = List.of(new ArrayShape(), new HouseRules(), new WritableTexts());

    private final List<Rule> rules;

    private Linter(List<Rule> rules) {
        this.rules = rules;
    }

    /** Everything: the standards, arrays where the official schema wants arrays, and what a demanding issuer fills in. */
    public static Linter forIssuing() {
        return new Linter(
                Stream.of(STRUCTURE, SEMANTICS, HOUSE).flatMap(List::stream).toList());
    }

    /** That members go by their plain names: what breaks this cannot be read by name at all. */
    public static Linter compactForm() {
        return new Linter(COMPACT_FORM);
    }

    /** What the Verifiable Credentials and Open Badges specifications require of the form. */
    public static Linter structure() {
        return new Linter(STRUCTURE);
    }

    /** What a credential may not say although its form is right. */
    public static Linter semantics() {
        return new Linter(SEMANTICS);
    }

    public List<Finding> check(Map<String, Object> credential) {
        Findings findings = new Findings();
        Node node = new Node(credential);
        rules.forEach(rule -> rule.check(node, findings));
        return findings.all();
    }
}
