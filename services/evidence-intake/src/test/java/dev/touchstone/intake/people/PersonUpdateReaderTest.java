package dev.touchstone.intake.people;

import static dev.touchstone.intake.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.intake.document.Document;
import dev.touchstone.intake.document.InvalidDocument;
import dev.touchstone.intake.document.Violation;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonUpdateReaderTest {

    private static final UUID CONNECTION = new UUID(5, 6);

    @Test
    void platformUserBelongsToTheConnection() {
        PersonUpdate update = read("{'platformUserId':'octocat'}", CONNECTION);

        assertThat(update.identities()).containsExactly(Identity.platformUser(CONNECTION, "octocat"));
    }

    @Test
    void readsEveryKindOfIdentity() {
        PersonUpdate update = read("""
                {'identities':[{'kind':'account','homePage':'https://lms.example','name':'1'},
                               {'kind':'openid','value':'https://id.example/ada'},
                               {'kind':'mbox_sha1sum','value':'EBD31E95054C018B10727CCFFD2EF2EC3A016EE9'},
                               {'kind':'platformUser','connectionId':'00000000-0000-0005-0000-000000000006','value':'x'}]}""", null);

        assertThat(update.identities())
                .containsExactlyInAnyOrder(
                        Identity.account("https://lms.example", "1"),
                        Identity.openid("https://id.example/ada"),
                        Identity.mboxSha1("ebd31e95054c018b10727ccffd2ef2ec3a016ee9"),
                        Identity.platformUser(CONNECTION, "x"));
    }

    @Test
    void namesEveryMistake() {
        InvalidDocument invalid = catchThrowableOfType(InvalidDocument.class, () -> read("""
                        {'email':'nobody','unit':{'unitId':'Not A Slug','name':'x'},'manager':{},'active':'False',
                         'shoeSize':42,'identities':[{'kind':'guess'}]}""", null));

        assertThat(invalid.violations())
                .extracting(Violation::pointer)
                .contains("/email", "/unit/unitId", "/manager", "/active", "/shoeSize", "/identities/0/kind");
    }

    @Test
    void somebodyHasToBeMeant() {
        InvalidDocument invalid =
                catchThrowableOfType(InvalidDocument.class, () -> read("{'displayName':'Ada'}", null));

        assertThat(invalid.violations())
                .containsExactly(
                        new Violation("", "must name the person by employeeNumber, login, email or identities"));
    }

    private static PersonUpdate read(String text, UUID connectionId) {
        Document document = Document.of(json(text));
        PersonUpdate update = PersonUpdateReader.read(document, connectionId);
        document.check();
        return update;
    }
}
