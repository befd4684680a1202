package podo.payment.pg;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Toss's list of transactions ({@code GET /v1/transactions}), page by page, oldest first. */
@Component
public class BankStatement {

    private static final int PAGE = 1_000;
    private static final DateTimeFormatter SEOUL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final PgSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    BankStatement(PgSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * The next transactions of the time between; an empty list ends it.
     *
     * @param after key of the last transaction of the page before; empty for the first page
     * @throws IOException while the bank does not answer as it should
     */
    public List<TossTransaction> page(Instant from, Instant until, String after) throws IOException {
        String query = "/v1/transactions?limit=" + PAGE + "&startDate=" + encode(SEOUL_TIME.format(from)) + "&endDate="
                + encode(SEOUL_TIME.format(until)) + (after.isEmpty() ? "" : "&startingAfter=" + encode(after));
        String key = Base64.getEncoder().encodeToString((settings.secretKey() + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + query))
                .header("Authorization", "Basic " + key)
                .timeout(settings.readTimeout())
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the bank's list of transactions: status " + response.statusCode());
            }
            return List.of(json.readValue(response.body(), TossTransaction[].class));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (JacksonException e) {
            throw new IOException("the bank's list of transactions is unreadable", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
