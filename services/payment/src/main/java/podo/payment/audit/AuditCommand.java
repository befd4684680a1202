package podo.payment.audit;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import podo.starter.tls.ServiceIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./podo audit}: makes a running payment service audit now and prints its report. Exit code 0 without findings, 1
 * with findings, 2 when no payment service could be reached.
 */
public final class AuditCommand {

    private static final String SELF = "payment";

    /** By the certificate of the payment service, whose environment {@code ./podo} passes. */
    private static final Optional<ServiceIdentity> IDENTITY = ServiceIdentity.ofProcess();

    private AuditCommand() {}

    public static void main(String[] args) {
        String registry = System.getenv().getOrDefault("PODO_REGISTRY_URL", "http://127.0.0.1:8761/eureka/");
        String secret = System.getenv("PODO_SERVICE_SECRET");
        if (secret == null) {
            System.err.println("./podo audit needs a running stack (PODO_SERVICE_SECRET is not set)");
            System.exit(2);
        }
        try {
            AuditReport report = requestAudit(findPayment(registry), secret);
            print(report);
            System.exit(report.ok() ? 0 : 1);
        } catch (IOException | RuntimeException e) {
            System.err.println("No payment service could be reached: " + e);
            System.exit(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(2);
        }
    }

    private static URI findPayment(String registry) throws IOException, InterruptedException {
        JsonNode answer = JsonMapper.shared()
                .readTree(send(
                        "registry",
                        HttpRequest.newBuilder(URI.create(registry + "apps/PAYMENT"))
                                .header("Accept", "application/json")));
        for (JsonNode instance : answer.path("application").path("instance")) {
            if (instance.path("status").asString().equals("UP")) {
                boolean secure = instance.path("securePort")
                        .path("@enabled")
                        .asString("")
                        .equals("true");
                return URI.create((secure ? "https://" : "http://")
                        + instance.path("ipAddr").asString() + ":"
                        + instance.path(secure ? "securePort" : "port")
                                .path("$")
                                .asInt() + "/internal/audit");
            }
        }
        throw new IllegalStateException("the registry lists no payment service that is UP");
    }

    private static AuditReport requestAudit(URI address, String secret) throws IOException, InterruptedException {
        String token = Jwts.builder()
                .issuer(SELF)
                .audience()
                .add(SELF)
                .and()
                .expiration(Date.from(Instant.now().plusSeconds(60)))
                .signWith(Keys.hmacShaKeyFor(Base64.getDecoder().decode(secret)), Jwts.SIG.HS256)
                .compact();
        String answer = send(
                SELF,
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofMinutes(5))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        return JsonMapper.shared().readValue(answer, AuditReport.class);
    }

    private static String send(String service, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        IDENTITY.ifPresent(identity -> client.sslContext(identity.contextFor(service)));
        try (HttpClient http = client.build()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return response.body();
        }
    }

    private static void print(AuditReport report) {
        AuditReport.Checked checked = report.checked();
        AuditReport.Sums sums = report.sums();
        System.out.printf(
                "orders: %d, tickets: %d, sold seats: %d, events: %d; orders that the bank was asked about: %d; %.1f s%n",
                checked.orders(),
                checked.tickets(),
                checked.soldSeats(),
                checked.events(),
                checked.askedAtTheBank(),
                report.tookMillis() / 1_000.0);
        System.out.printf(
                "captured ₩%,d = ticketed ₩%,d + refunded ₩%,d + fees ₩%,d + on its way ₩%,d; checking ₩%,d%n",
                sums.captured(), sums.ticketed(), sums.refunded(), sums.fees(), sums.onItsWay(), sums.checking());
        report.findings().forEach(f -> System.out.printf("FOUND %-24s %s: %s%n", f.rule(), f.subject(), f.detail()));
        System.out.println(
                report.ok()
                        ? "Everything agrees."
                        : "Findings: " + report.findings().size() + ".");
    }
}
