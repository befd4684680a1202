package podo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import podo.stack.tls.StackCertificates;

/** Calls straight to processes of the running stack, which know their callers by certificate. */
public final class StackClients {

    /** A certificate of the stack that no service names as a caller of its internal addresses. */
    public static final String OUTSIDER = StackCertificates.SUPERVISOR;

    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();
    private static final Map<String, SSLContext> CONTEXTS = new ConcurrentHashMap<>();

    private StackClients() {}

    /** Trusts the stack and shows the certificate of this service. */
    public static HttpClient as(String service) {
        return CLIENTS.computeIfAbsent(
                service, name -> client().sslContext(context(name)).build());
    }

    /** Trusts the stack and shows no certificate. */
    public static HttpClient withoutCertificate() {
        return client().sslContext(certificates().anonymousContext()).build();
    }

    public static SSLContext context(String service) {
        return CONTEXTS.computeIfAbsent(service, name -> certificates().clientContext(name));
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    private static StackCertificates certificates() {
        try {
            return StackCertificates.in(StackProcesses.HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
