package podo.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.edge.PublicUrl;

/**
 * The values of {@code Host} that the gateway serves: the public URL's, those of {@code podo.edge.hosts}, and loopback names for
 * clients on this machine. Where the public URL is a loopback name itself, as on a laptop, also the address at which the connection
 * arrived. Names of others are refused, so that no site can read Podo's pages by pointing its own name here (DNS rebinding).
 */
@Component
public class ServedHosts {

    private final PublicUrl publicUrl;
    private final Set<String> further;
    private final boolean onLaptop;

    ServedHosts(PublicUrl publicUrl, EdgeSettings settings) {
        this.publicUrl = publicUrl;
        this.further = settings.hosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.onLaptop = publicUrl.isLoopback();
    }

    boolean serve(@Nullable String host, HttpServletRequest request) {
        if (host == null || publicUrl.isNamedBy(host) || further.contains(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (PublicUrl.isLoopback(host)) {
            return onLaptop || request.getRemoteAddr().startsWith("127.") || isLoopback6(request.getRemoteAddr());
        }
        return onLaptop && isAddressOfConnection(host, request.getLocalAddr());
    }

    /** The host that services see and may repeat: the public one; on a laptop the one of the request, which was checked before. */
    public String forwarded(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return onLaptop && host != null ? host : publicUrl.authority();
    }

    private static boolean isLoopback6(String address) {
        return address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }

    private static boolean isAddressOfConnection(String host, @Nullable String local) {
        return local != null && (host.equals(local) || host.startsWith(local + ":"));
    }
}
