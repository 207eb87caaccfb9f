package dev.touchstone.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two assessors at work: each takes the next case, reads its evidence and judges every criterion. One judgement decides,
 * except where the achievement asks for two: then the other judges as well, without knowing the first.
 */
final class Assessors {

    /** Whose work the assessors find not good enough yet. */
    static final String NOT_YET = "mateo.silva";

    private static final List<String> LOGINS = List.of("nils.berg", "owen.gallagher");

    /** Finds more in what people show than the other does, never so much that the two would not agree. */
    private static final String GENEROUS = LOGINS.get(0);

    private static final long PAUSE_MILLIS = 100;

    private final Http http;
    private final Addresses addresses;
    private final SignIn signIn;
    private int passed;
    private int notYetMet;
    private int byTwo;

    Assessors(Http http, Addresses addresses, SignIn signIn) {
        this.http = http;
        this.addresses = addresses;
        this.signIn = signIn;
    }

    int passed() {
        return passed;
    }

    int notYetMet() {
        return notYetMet;
    }

    /** How many of them two assessors agreed on. */
    int byTwo() {
        return byTwo;
    }

    /** Until that many cases are decided, the two taking turns. */
    void judgeEverything(People people, int cases, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String notYet = people.byLogin(NOT_YET).name();
        int turn = 0;
        while (passed + notYetMet < cases) {
            String assessor = LOGINS.get(turn++ % LOGINS.size());
            JsonNode next = get(assessor, "/queue").path("items").path(0);
            if (!next.isMissingNode()) {
                judge(assessor, next.path("caseId").asText(), notYet);
            } else if (System.nanoTime() > deadline) {
                throw new DemonstrationFailed(
                        "only " + (passed + notYetMet) + " of " + cases + " cases came to the queue");
            } else {
                pause();
            }
        }
    }

    private void judge(String assessor, String caseId, String notYet) {
        post(assessor, "/cases/" + caseId + "/claim", Map.of()).expect(200);
        JsonNode found = get(assessor, "/cases/" + caseId);
        List<String> evidence = new ArrayList<>();
        for (JsonNode piece : found.path("evidence")) {
            evidence.add(piece.path("evidenceId").asText());
            read(assessor, piece);
        }
        if (found.has("judgements")) {
            throw new DemonstrationFailed(assessor + " reads another's judgement before their own is in");
        }
        boolean good = !found.at("/earner/displayName").asText().equals(notYet);
        int most = good ? (isDouble(found) && assessor.equals(GENEROUS) ? 3 : 2) : 1;
        Http.Answer answer = post(assessor, "/cases/" + caseId + "/judgements", judgement(found, evidence, most))
                .expect(201, 202);
        if (answer.status() == 202) {
            // Whoever judged first is out: the second judgement has to be somebody else's.
            post(assessor, "/cases/" + caseId + "/claim", Map.of()).expect(403);
            return;
        }
        count(answer.body(), isDouble(found));
    }

    private static boolean isDouble(JsonNode found) {
        return "double".equals(found.at("/achievement/marking").asText());
    }

    private void count(JsonNode decision, boolean isDouble) {
        if (isDouble) {
            if (!"consensus".equals(decision.path("settlement").asText())
                    || decision.path("decidedBy").size() != LOGINS.size()) {
                throw new DemonstrationFailed("two assessors should have decided, and agreed: " + decision);
            }
            byTwo++;
        }
        if ("passed".equals(decision.path("outcome").asText())) {
            passed++;
        } else {
            notYetMet++;
        }
    }

    /** What people handed in is read where it is kept; the right to read it follows the claim within moments. */
    private void read(String assessor, JsonNode piece) {
        if (!List.of("artefact", "reflection", "testimony")
                .contains(piece.path("kind").asText())) {
            return;
        }
        String url = addresses.intake() + "/intake/v1/evidence/"
                + piece.path("evidenceId").asText();
        for (int attempt = 0; attempt < 100; attempt++) {
            Http.Answer answer = http.get(url, signIn.as(assessor));
            if (answer.status() == 200) {
                return;
            }
            pause();
        }
        throw new DemonstrationFailed(assessor + " cannot read the evidence of a case they claimed: " + url);
    }

    /** @param most level to judge at, but for criteria that ask for more; 1 where it is not good enough */
    private static Map<String, Object> judgement(JsonNode found, List<String> evidence, int most) {
        boolean good = most > 1;
        List<Map<String, Object>> criteria = new ArrayList<>();
        for (JsonNode criterion : found.at("/achievement/rubric/criteria")) {
            int level = good ? Math.max(most, criterion.path("requiredLevel").asInt()) : 1;
            Map<String, Object> judged = new LinkedHashMap<>();
            judged.put("criterionId", criterion.path("criterionId").asText());
            judged.put(
                    "levelId",
                    criterion.path("levels").path(level - 1).path("levelId").asText());
            judged.put("evidenceIds", evidence);
            judged.put("comment", good ? "Shown." : "The other person's side does not come up.");
            criteria.add(judged);
        }
        Map<String, Object> met = Map.of("met", true, "note", "Checked against the evidence.");
        return Map.of(
                "criteria",
                criteria,
                "rulesOfEvidence",
                Map.of("validity", met, "sufficiency", met, "authenticity", met, "currency", met),
                "nextSteps",
                good ? List.of() : List.of("Ask the other person how the talk was for them."));
    }

    private JsonNode get(String assessor, String path) {
        return http.get(addresses.assessment() + "/assessment/v1" + path, signIn.as(assessor))
                .expect(200)
                .body();
    }

    private Http.Answer post(String assessor, String path, Object body) {
        return http.post(
                addresses.assessment() + "/assessment/v1" + path,
                signIn.as(assessor),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemonstrationFailed("interrupted");
        }
    }
}
