package podo.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every text and price in the canned responses of {@link FakeServices} the longest value that its field takes, without a space. */
final class LongestStubs {

    private LongestStubs() {}

    /** @param letter of which the texts consist */
    static void apply(FakeServices services, String letter) {
        WireMockServer server = services.server();
        Map<String, String> longest = longest(letter);
        for (StubMapping stub : List.copyOf(server.getStubMappings())) {
            String body = stub.getResponse().getBody();
            if (body != null) {
                stub.setResponse(ResponseDefinitionBuilder.like(stub.getResponse())
                        .withBody(replaced(body, longest))
                        .build());
                server.editStubMapping(stub);
            }
        }
    }

    /** The section's name in the place of {@code Floor}. */
    static String section(String letter) {
        return "F" + letter.repeat(39);
    }

    private static Map<String, String> longest(String letter) {
        var longest = new LinkedHashMap<String, String>();
        FanStubs.shows(java.time.Instant.EPOCH).forEach(show -> {
            longest.put(quoted(show.get("title")), quoted(letter.repeat(200)));
            longest.put(quoted(show.get("venue")), quoted(letter.repeat(100)));
        });
        longest.put("\"Spring Recital\"", quoted(letter.repeat(200)));
        longest.put("\"12 Riverside-ro, Seoul\"", quoted(letter.repeat(200)));
        longest.put("\"Floor\"", quoted(section(letter)));
        longest.put("\"Balcony\"", quoted("B" + letter.repeat(39)));
        longest.put("\"Pit\"", quoted("P" + letter.repeat(39)));
        longest.put("\"Kim Seoyeon\"", quoted(letter.repeat(100)));
        longest.put("\"Lee Jiwoo\"", quoted(letter.repeat(100)));
        longest.put("\"Hangang Stage\"", quoted(letter.repeat(100)));
        longest.put("\"Namsan Stage\"", quoted(letter.repeat(100)));
        longest.put("\"jiwoo@podo.dev\"", quoted("j".repeat(64) + "@" + "w".repeat(180) + ".podo.dev"));
        longest.put("\"MEMBERS\"", quoted(letter.repeat(40)));
        longest.put("\"=1+1\"", quoted(letter.repeat(200)));
        longest.put("\"row\":\"4\"", "\"row\":\"" + letter.repeat(10) + '"');
        for (String grade : List.of("VIP", "R", "S", "A", "B")) {
            longest.put(":\"" + grade + '"', ":\"" + grade + letter.repeat(40 - grade.length()) + '"');
        }
        // another plan than that of the other tests, because plans are cached by version
        longest.put("\"version\":1,", "\"version\":" + letter.codePointAt(0) + ",");
        longest.put("\"layout\":1", "\"layout\":" + letter.codePointAt(0));
        longest.put("165000", "10000000");
        longest.put("132000", "9999999");
        longest.put("264000", "100000000");
        longest.put("Two hours under one big moon.", letter.repeat(300));
        return longest;
    }

    private static String quoted(Object text) {
        return "\"" + text + '"';
    }

    private static String replaced(String body, Map<String, String> longest) {
        String text = body;
        for (var entry : longest.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return text;
    }
}
