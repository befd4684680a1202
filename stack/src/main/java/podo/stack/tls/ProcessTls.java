package podo.stack.tls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the processes of a stack speak: the services by TLS with a certificate each; the gateway to browsers by http, or with
 * {@code PODO_TLS=on} by TLS with the stack's own certificate or with the files of {@code PODO_TLS_CERTIFICATE} and
 * {@code PODO_TLS_KEY}, which it reads again when they change; the payment simulator, which stands in for a foreign company, by http.
 */
public final class ProcessTls {

    private static final String GATEWAY = "gateway-mvc";
    private static final String SIMULATOR = "toss-simulator";
    private static final String EDGE = "edge";
    private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0", "::");
    private static final String EDGE_BUNDLE = "SPRING_SSL_BUNDLE_PEM_EDGE_";

    private final StackCertificates certificates;
    private final Map<String, String> settings;
    private final HttpClient client;

    private ProcessTls(StackCertificates certificates, Map<String, String> settings) {
        this.certificates = certificates;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .sslContext(certificates.clientContext(StackCertificates.SUPERVISOR))
                .build();
    }

    /** Makes the certificates that are missing or near their end. */
    public static ProcessTls of(Path home, Map<String, String> settings, List<String> services) throws IOException {
        var certificates = StackCertificates.in(home);
        for (var service : services) {
            certificates.require(service);
        }
        certificates.require(StackCertificates.SUPERVISOR);
        var tls = new ProcessTls(certificates, settings);
        if (tls.atGateway() && tls.given("PODO_TLS_CERTIFICATE").isEmpty()) {
            certificates.require(EDGE, tls.edgeHosts());
        }
        return tls;
    }

    private List<String> edgeHosts() {
        return Stream.concat(
                        given("PODO_PUBLIC_URL").map(url -> URI.create(url).getHost()).stream(),
                        given("PODO_LISTEN").filter(address -> !EVERY_ADDRESS.contains(address)).stream())
                .distinct()
                .toList();
    }

    /** Whether the gateway itself speaks TLS. */
    public boolean atGateway() {
        return given("PODO_TLS").filter("on"::equals).isPresent();
    }

    /** Whether the services speak TLS to each other, which they do unless {@code PODO_SERVICE_TLS=off}, for measurements. */
    public boolean betweenServices() {
        return given("PODO_SERVICE_TLS").filter("off"::equals).isEmpty();
    }

    public Map<String, String> environment(String service) {
        if (service.equals(SIMULATOR)) {
            return atGateway() && given("PODO_TLS_CERTIFICATE").isEmpty()
                    ? Map.of(
                            "SPRING_SSL_BUNDLE_PEM_SHOP_TRUSTSTORE_CERTIFICATE",
                            certificates.authorityFile().toUri().toString())
                    : Map.of();
        }
        var variables = new HashMap<String, String>();
        if (betweenServices()) {
            variables.putAll(certificates.environment(service, !service.equals(GATEWAY)));
        }
        if (service.equals(GATEWAY) && atGateway()) {
            variables.put(
                    EDGE_BUNDLE + "KEYSTORE_CERTIFICATE",
                    file("PODO_TLS_CERTIFICATE", certificates.certificateFile(EDGE)));
            variables.put(EDGE_BUNDLE + "KEYSTORE_PRIVATEKEY", file("PODO_TLS_KEY", certificates.keyFile(EDGE)));
            variables.put(EDGE_BUNDLE + "RELOADONUPDATE", "true");
            variables.put("SERVER_SSL_BUNDLE", EDGE);
        }
        return variables;
    }

    /** The scheme in which the service's port speaks. */
    public String scheme(String service) {
        var tls = service.equals(GATEWAY) ? atGateway() : betweenServices() && !service.equals(SIMULATOR);
        return tls ? "https" : "http";
    }

    /** Calls any process of the stack with the stack's own certificate. */
    public HttpClient client() {
        return client;
    }

    /** Calls the gateway; where it shows a certificate from a file, that one is accepted for this machine's addresses. */
    public HttpClient gatewayClient() {
        return given("PODO_TLS_CERTIFICATE")
                .filter(file -> atGateway())
                .map(file -> HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(3))
                        .sslContext(PinnedCertificate.context(Path.of(file)))
                        .build())
                .orElse(client);
    }

    private String file(String variable, Path otherwise) {
        return given(variable)
                .map(path -> Path.of(path).toAbsolutePath())
                .orElse(otherwise)
                .toUri()
                .toString();
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(settings.get(variable)).filter(value -> !value.isBlank());
    }
}
