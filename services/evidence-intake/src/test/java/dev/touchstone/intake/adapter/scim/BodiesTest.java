package dev.touchstone.intake.adapter.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "https://x.example/scim/v2/Users/1";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'op':'Replace','path':'active','value':'False'};[{'op':'replace','path':'active','value':false}]",
                "{'op':'Add','value':{'active':'True'}};[{'op':'add','value':{'active':true}}]",
                "{'op':'replace','value':{'name.familyName':'B','title':'T'}};"
                        + "[{'op':'replace','path':'name.familyName','value':'B'},{'op':'replace','value':{'title':'T'}}]",
                "{'op':'Replace','value':{'urn:x:User:department':'D'}};"
                        + "[{'op':'replace','path':'urn:x:User:department','value':'D'}]",
                "{'op':'Replace','value':{'urn:x:User':{'department':'D'}}};"
                        + "[{'op':'replace','value':{'urn:x:User':{'department':'D'}}}]",
                "{'op':'replace','value':{'id':'1','schemas':[],'meta':{},'displayName':'G'}};"
                        + "[{'op':'replace','value':{'displayName':'G'}}]",
                "{'op':'Remove','path':'members','value':[{'$ref':null,'value':'a'},{'value':'b'}]};"
                        + "[{'op':'remove','path':'members[value eq \\\"a\\\"]'},{'op':'remove','path':'members[value eq \\\"b\\\"]'}]",
                "{'op':'Remove','path':'members','value':[{'value':'x\\\" or value pr'}]};"
                        + "[{'op':'remove','path':'nothing'}]",
                "{'op':'Remove','path':'members','value':[]};[{'op':'remove','path':'nothing'}]",
                "{'op':'Remove','path':'members','value':'a'};[{'op':'remove','path':'members[value eq \\\"a\\\"]'}]",
                "{'op':'Remove','path':'members'};[{'op':'remove','path':'members'}]",
                "{'op':'Add','path':'urn:x:User:manager','value':'m'};[{'op':'add','path':'urn:x:User:manager.value','value':'m'}]",
                "{'op':'Replace','path':'title','value':null};[{'op':'remove','path':'title'}]",
                "{'op':'Replace','path':'title','value':''};[{'op':'remove','path':'title'}]",
                "{'op':'replace','value':7};[{'op':'replace','value':7}]"
            })
    void operationsBecomeThoseOfTheSpecification(String sent, String read) throws JsonProcessingException {
        // When
        JsonNode fixed = Bodies.fixed("PATCH", USERS, json("{'Operations':[" + sent + "]}"));

        // Then
        assertThat(fixed.path("Operations")).isEqualTo(json(read));
    }

    @Test
    void wordsForTruthBecomeTruth() throws JsonProcessingException {
        // When
        JsonNode fixed = Bodies.fixed(
                "POST", USERS, json("{'active':'FALSE','title':'True','emails':[{'primary':'true','value':'a'}]}"));

        // Then
        assertThat(fixed).isEqualTo(json("{'active':false,'title':'True','emails':[{'primary':true,'value':'a'}]}"));
    }

    @Test
    void bulkOperationsAreReadLikeOthers() throws JsonProcessingException {
        // When
        JsonNode fixed = Bodies.fixed("POST", "https://x.example/scim/v2/Bulk?a=b", json("""
                {'Operations':[{'method':'PUT','data':{'active':'True'}},{'method':'DELETE'},
                 {'method':'PATCH','data':{'Operations':[{'op':'Add','path':'active','value':'True'}]}}]}"""));

        // Then
        assertThat(fixed).isEqualTo(json("""
                {'Operations':[{'method':'PUT','data':{'active':true}},{'method':'DELETE'},
                 {'method':'PATCH','data':{'Operations':[{'op':'add','path':'active','value':true}]}}]}"""));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
