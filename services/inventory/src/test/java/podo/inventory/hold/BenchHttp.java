package podo.inventory.hold;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import podo.inventory.Api;
import podo.inventory.hold.Load.Outcome;
import podo.inventory.seat.Seat;

/** The same over HTTP, with tokens and passes. Requests are signed before the clock runs. */
final class BenchHttp {

    private final Api api;
    private final HttpClient http = HttpClient.newHttpClient();

    BenchHttp(Api api) {
        this.api = api;
    }

    Load.Request hold(long event, int seq) {
        long fan = Api.newFan();
        return sending(api.as(fan, "/api/events/" + event + "/holds")
                .header("X-Entry-Pass", api.pass(fan, event, Duration.ofMinutes(15)))
                .POST(Api.seats(Seat.id(event, seq)))
                .build());
    }

    Load.Request read(long event, String rest) {
        return sending(api.as(1, "/api/events/" + event + "/seats" + rest)
                .header("Accept-Encoding", "gzip")
                .GET()
                .build());
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
