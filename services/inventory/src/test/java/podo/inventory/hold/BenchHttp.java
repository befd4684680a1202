package podo.inventory.hold;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import podo.inventory.Api;
import podo.inventory.hold.Load.Outcome;

/** Calls over HTTP/1.1. Requests are made, and tokens and passes signed, before the clock runs. */
final class BenchHttp {

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    BenchHttp(String base) {
        this.base = base;
    }

    Load.Request hold(long event, long seatId, String token, String pass) {
        return sending(request("/api/events/" + event + "/holds", token)
                .header("Content-Type", "application/json")
                .header("X-Entry-Pass", pass)
                .POST(Api.seats(seatId))
                .build());
    }

    Load.Request read(long event, String rest, String token) {
        return sending(request("/api/events/" + event + "/seats" + rest, token)
                .header("Accept-Encoding", "gzip")
                .GET()
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private Load.Request sending(HttpRequest request) {
        return () -> switch (http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                .statusCode()) {
            case 200, 201 -> Outcome.WON;
            case 409 -> Outcome.REFUSED;
            default -> Outcome.FAILED;
        };
    }
}
