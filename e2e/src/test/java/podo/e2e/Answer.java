package podo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the API, with the call that it answers. */
public record Answer(String call, int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(String call, HttpResponse<String> response) {
        return new Answer(call, response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new AssertionError(this + " is no JSON", e);
        }
    }

    public JsonNode json(String field) {
        return json().path(field);
    }

    public String string(String field) {
        return json(field).asString();
    }

    public Answer has(int status) {
        assertThat(this.status).as("%s", this).isEqualTo(status);
        return this;
    }

    public Answer isOneOf(Integer... statuses) {
        assertThat(status).as("%s", this).isIn((Object[]) statuses);
        return this;
    }

    /** Asserts problem+json with this status and {@code type} {@code urn:problem:<name>}, and a detail in words. */
    public Answer refuses(int status, String name) {
        refuses(status);
        assertThat(json("type").asString()).as("%s", this).isEqualTo("urn:problem:" + name);
        return this;
    }

    public Answer refuses(int status) {
        has(status);
        assertThat(headers.firstValue("Content-Type").orElse("")).as("%s", this).startsWith("application/problem+json");
        assertThat(json("type").asString()).as("%s", this).startsWith("urn:problem:");
        assertThat(json("detail").asString())
                .as("%s", this)
                .isNotBlank()
                .doesNotContain("problem.")
                .doesNotContain("Exception");
        return this;
    }

    @Override
    public String toString() {
        return call + " → " + status + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
