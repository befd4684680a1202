package podo.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What was mailed, as the public contract shows it on a laptop. */
public final class Mailbox {

    private Mailbox() {}

    /** Newest first. */
    public static List<JsonNode> of(String address) {
        JsonNode mails = Api.simulator()
                .get("/mail/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .has(200)
                .json();
        return StreamSupport.stream(mails.spliterator(), false).toList();
    }

    /** Waits for a mail to this address whose text or subject contains this. The service that sends starts last. */
    public static JsonNode awaitMail(String address, String words) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> of(address).stream()
                                .filter(mail -> (mail.path("subject").asString()
                                                + mail.path("text").asString())
                                        .contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The address of the mail's first link with this path. */
    public static String link(JsonNode mail, String path) {
        return mail.path("text")
                .asString()
                .lines()
                .filter(line -> line.contains(path))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }
}
