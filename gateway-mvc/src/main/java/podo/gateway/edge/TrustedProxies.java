package podo.gateway.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * What proxies in front of the gateway say about a request. Only a peer within {@code podo.edge.trusted-proxies} is believed, and of
 * its chain of addresses only the part that trusted proxies have written: the rightmost one that is no trusted proxy's is the
 * client's. Where {@code Forwarded} and {@code X-Forwarded-For} name different clients, one of them was sent by the client and
 * passed on unread; then neither is believed, and the proxy's own address counts.
 */
@Component
class TrustedProxies {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final List<IpAddressMatcher> networks;

    TrustedProxies(EdgeSettings settings) {
        this.networks = settings.trustedProxies().stream()
                .filter(network -> !network.isBlank())
                .map(network -> new IpAddressMatcher(network.strip()))
                .toList();
    }

    boolean trust(String peer) {
        return !networks.isEmpty() && isAddress(peer) && networks.stream().anyMatch(network -> network.matches(peer));
    }

    /** The client's address behind a trusted peer. */
    String client(String peer, List<String> forwardedFor, List<String> forwarded) {
        String old = client(peer, hops(forwardedFor));
        String standard = client(peer, parameters(forwarded, "for"));
        if (forwarded.isEmpty() || old.equals(standard)) {
            return old;
        }
        return forwardedFor.isEmpty() ? standard : peer;
    }

    /** {@code http} or {@code https} as the nearest proxy says; null when it says nothing. */
    @Nullable
    String scheme(List<String> forwardedProto, List<String> forwarded) {
        List<String> said = forwardedProto.isEmpty() ? parameters(forwarded, "proto") : hops(forwardedProto);
        return said.isEmpty() ? null : said.getLast().toLowerCase(Locale.ROOT);
    }

    private String client(String peer, List<String> hops) {
        String nearest = peer;
        for (String hop : hops.reversed()) {
            String address = withoutPort(hop);
            if (!isAddress(address)) {
                return nearest;
            }
            nearest = address;
            if (!trust(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static List<String> hops(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }

    /** Values of one parameter of {@code Forwarded} (RFC 7239), one for each hop; empty where a hop does not say it. */
    private static List<String> parameters(List<String> headers, String name) {
        List<String> values = new ArrayList<>();
        for (String hop : hops(headers)) {
            values.add(Arrays.stream(hop.split(";"))
                    .map(String::strip)
                    .filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                    .map(pair -> pair.substring(name.length() + 1).replace("\"", ""))
                    .findFirst()
                    .orElse(""));
        }
        return name.equals("for")
                ? values
                : values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        return Collections.frequency(hop.chars().mapToObj(c -> (char) c).toList(), ':') == 1
                ? hop.substring(0, hop.indexOf(':'))
                : hop;
    }

    /** A literal address, so that a name in a header never causes a DNS look-up. */
    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches()
                || text.contains(":") && IPV6.matcher(text).matches();
    }
}
