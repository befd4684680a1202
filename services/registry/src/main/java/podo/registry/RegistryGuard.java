package podo.registry;

import com.netflix.appinfo.InstanceInfo;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ForbiddenException;
import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.netflix.eureka.server.event.EurekaInstanceRegisteredEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets each service write about itself only: the certificate of the caller bears its name, and path, application and virtual
 * addresses of a registration must be that name. Everything else that writes is refused, and so is another {@code Host}, so that no
 * page in a browser reaches the registry under a name of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegistryGuard extends HttpFilter {

    private static final int DNS_NAME = 2;
    private static final String APPLICATIONS = "/eureka/apps/";
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "registry");
    private static final ThreadLocal<@Nullable Set<String>> CALLER = new ThreadLocal<>();

    private final boolean byCertificate;

    RegistryGuard(@Value("${server.ssl.bundle:}") String bundle) {
        this.byCertificate = !bundle.isEmpty();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!HOSTS.contains(host(request))) {
            response.setStatus(421);
            return;
        }
        if (!byCertificate) {
            chain.doFilter(request, response);
            return;
        }
        Set<String> caller = namesOf(request);
        if (!isRead(request) && !caller.contains(applicationOf(request))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        CALLER.set(caller);
        try {
            chain.doFilter(request, response);
        } finally {
            CALLER.remove();
        }
    }

    /** Published before the instance is stored; the body may say another name than the path. */
    @EventListener
    void refuseForeignNames(EurekaInstanceRegisteredEvent registration) {
        Set<String> caller = CALLER.get();
        if (!byCertificate) {
            return;
        }
        InstanceInfo instance = registration.getInstanceInfo();
        boolean own = caller != null
                && Stream.of(instance.getAppName(), instance.getVIPAddress(), instance.getSecureVipAddress())
                        .filter(name -> name != null)
                        .flatMap(name -> List.of(name.split(",")).stream())
                        .allMatch(name -> caller.contains(name.toLowerCase(Locale.ROOT)));
        if (!own) {
            throw new ForbiddenException("registered under the name of another service");
        }
    }

    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** The application in the path, in lower case; empty for every other path, and for one that could be read in two ways. */
    private static String applicationOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.matches("/eureka/apps/[A-Za-z-]+(/[^/;]+(/status|/metadata)?)?")) {
            return "";
        }
        String rest = path.substring(APPLICATIONS.length());
        int end = rest.indexOf('/');
        return (end < 0 ? rest : rest.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static Set<String> namesOf(HttpServletRequest request) {
        if (!(request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain)) {
            return Set.of();
        }
        try {
            Collection<List<?>> alternatives = chain[0].getSubjectAlternativeNames();
            return alternatives == null
                    ? Set.of()
                    : alternatives.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }
}
