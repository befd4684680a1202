package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.event.EventIT;
import podo.event.picture.PictureFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PosterIT extends EventIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<byte[]> hang(String token, String event, String type, byte[] picture) {
        HttpRequest.Builder request = at(event).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(picture));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void anUploadedPosterIsReadByEverybodyAndKeptForAYear() {
        String organiser = organiser();
        long event = published(organiser);
        String path = "/api/events/" + event;
        assertThat(get(path).body().path("poster").isNull()).isTrue();

        HttpResponse<byte[]> hung = hang(organiser, path + "/poster", "image/jpeg", PictureFiles.jpeg(900, 1200));
        assertThat(hung.statusCode()).isEqualTo(200);
        String small = json(hung).path("poster").path("small").asString();
        assertThat(small).matches("/api/events/" + event + "/posters/[0-9a-f]{32}-600\\.jpg");
        assertThat(get(path).body().path("poster").path("small").asString()).isEqualTo(small);
        for (String name : new String[] {"small", "large"}) {
            HttpResponse<byte[]> read =
                    send(at(json(hung).path("poster").path(name).asString()));
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(read.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
            assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        assertThat(send(at(small.replaceAll("[0-9a-f]{32}", "0".repeat(32)))).statusCode())
                .isEqualTo(404);
        assertThat(send(at(small.replace("600", "601"))).statusCode()).isEqualTo(404);

        assertThat(delete(organiser, path + "/poster").body().path("poster").isNull())
                .isTrue();
        assertThat(get(path).body().path("poster").isNull()).isTrue();
        assertThat(send(at(small)).statusCode()).as("open pages show it").isEqualTo(200);
    }

    @Test
    void anotherEventTakesThePosterOverAndKeepsItsOwnCopy() {
        String organiser = organiser();
        String first = "/api/events/" + published(organiser);
        String other = "/api/events/"
                + post(organiser, "/api/events", eventBody(smallVenue(organiser)))
                        .id();
        Map<String, Long> from = Map.of("eventId", Long.valueOf(first.substring("/api/events/".length())));
        assertThat(post(organiser, other + "/poster/copy", from)
                        .body()
                        .path("poster")
                        .isNull())
                .as("there is none yet")
                .isTrue();
        hang(organiser, first + "/poster", "image/jpeg", PictureFiles.jpeg(900, 1200));

        String copied = post(organiser, other + "/poster/copy", from)
                .body()
                .path("poster")
                .path("small")
                .asString();

        assertThat(copied).startsWith(other + "/posters/");
        delete(organiser, first);
        assertThat(send(at(copied)).statusCode()).isEqualTo(200);
        assertThat(post(organiser, other + "/poster/copy", Map.of()).status()).isEqualTo(400);
        assertThat(post(organiser, other + "/poster/copy", Map.of("eventId", 1)).status())
                .isEqualTo(404);
        assertThat(post(organiser(), other + "/poster/copy", from).status()).isEqualTo(404);
        String stranger = organiser();
        String own = "/api/events/"
                + post(stranger, "/api/events", eventBody(smallVenue(stranger))).id();
        assertThat(post(stranger, own + "/poster/copy", from).status()).isEqualTo(404);
    }

    @Test
    void theOwnersAloneChangeAPoster() {
        String organiser = organiser();
        String path = "/api/events/" + published(organiser) + "/poster";
        byte[] picture = PictureFiles.png(400, 400);
        assertThat(hang("", path, "image/png", picture).statusCode()).isEqualTo(401);
        assertThat(hang(fan(), path, "image/png", picture).statusCode()).isEqualTo(403);
        assertThat(hang(organiser(), path, "image/png", picture).statusCode()).isEqualTo(404);
        assertThat(delete(fan(), path).status()).isEqualTo(403);
        assertThat(delete(organiser(), path).status()).isEqualTo(404);
    }

    @Test
    void theSecondOfTwoEditorsIsTold() {
        String organiser = organiser();
        long event =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        String path = "/api/events/" + event + "/poster";
        int version =
                get(organiser, "/api/events/" + event).body().path("version").asInt();
        byte[] picture = PictureFiles.jpeg(400, 400);
        assertThat(hang(organiser, path + "?version=" + version, "image/jpeg", picture)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> second = hang(organiser, path + "?version=" + version, "image/jpeg", picture);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).path("type").asString()).isEqualTo("urn:problem:changed-meanwhile");
        assertThat(json(second).path("version").asInt()).isEqualTo(version + 1);
        assertThat(delete(organiser, path + "?version=" + version).status()).isEqualTo(409);
    }

    @Test
    void whatIsNoPosterIsRefusedAndTheOldOneStays() {
        String organiser = organiser();
        long event = published(organiser);
        String path = "/api/events/" + event + "/poster";
        String before = json(hang(organiser, path, "image/jpeg", PictureFiles.jpeg(400, 400)))
                .path("poster")
                .path("small")
                .asString();

        HttpResponse<byte[]> text = hang(organiser, path, "image/png", "no picture at all".getBytes());
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(json(text).path("fields").path(0).path("field").asString()).isEqualTo("picture");
        assertThat(json(text).path("fields").path(0).path("message").asString()).contains("JPEG");
        HttpResponse<byte[]> large = hang(organiser, path, "image/jpeg", new byte[9 << 20]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json(large).path("type").asString()).isEqualTo("urn:problem:picture-too-large");
        assertThat(json(large).path("mostBytes").asInt()).isEqualTo(8 << 20);
        assertThat(hang(organiser, path, "image/gif", PictureFiles.jpeg(400, 400))
                        .statusCode())
                .isEqualTo(415);
        assertThat(hang(organiser, path, "text/html", PictureFiles.jpeg(400, 400))
                        .statusCode())
                .isEqualTo(415);
        assertThat(hang(organiser, path, "image/png", PictureFiles.jpeg(400, 300))
                        .statusCode())
                .as("the bytes decide")
                .isEqualTo(200);
        delete(organiser, path);
        assertThat(json(hang(organiser, path, "image/jpeg", PictureFiles.jpeg(400, 400)))
                        .path("poster")
                        .path("small")
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void aDeletedDraftTakesItsPostersAlongAndOldOnesGo() {
        String organiser = organiser();
        long draft =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        String path = "/api/events/" + draft + "/poster";
        for (int height = 400; height < 406; height++) {
            hang(organiser, path, "image/jpeg", PictureFiles.jpeg(400, height));
        }
        assertThat(rows(draft)).as("three posters in two widths").isEqualTo(6);
        delete(organiser, "/api/events/" + draft);
        assertThat(rows(draft)).isZero();
    }

    @Test
    void aCancelledShowKeepsItsPoster() {
        String organiser = organiser();
        long event = published(organiser);
        post(organiser, "/api/events/" + event + "/cancel", Map.of());
        HttpResponse<byte[]> hung =
                hang(organiser, "/api/events/" + event + "/poster", "image/jpeg", PictureFiles.jpeg(400, 400));
        assertThat(hung.statusCode()).isEqualTo(409);
        assertThat(json(hung).path("type").asString()).isEqualTo("urn:problem:event-cancelled");
    }

    private int rows(long event) {
        return jdbc.sql("SELECT COUNT(*) FROM event_poster WHERE event_id = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
