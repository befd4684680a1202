package podo.stack.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the stack itself calls its services: by TLS with its own certificate where the service's environment says so. */
public final class ServiceCalls {

    private static final Map<Path, HttpClient> WITH_CERTIFICATE = new ConcurrentHashMap<>();
    private static final HttpClient PLAIN =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private ServiceCalls() {}

    /** Scheme, host and port. */
    public static String address(Map<String, String> environment, String host, int port) {
        return (speaksTls(environment) ? "https" : "http") + "://" + host + ":" + port;
    }

    /** @param home {@code PODO_HOME}, where the certificates are */
    public static HttpClient client(Map<String, String> environment, Path home) {
        return speaksTls(environment) ? WITH_CERTIFICATE.computeIfAbsent(home, ServiceCalls::withCertificate) : PLAIN;
    }

    private static boolean speaksTls(Map<String, String> environment) {
        return environment.containsKey("SERVER_SSL_BUNDLE");
    }

    private static HttpClient withCertificate(Path home) {
        try {
            var certificates = StackCertificates.in(home);
            certificates.require(StackCertificates.SUPERVISOR);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .sslContext(certificates.clientContext(StackCertificates.SUPERVISOR))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
