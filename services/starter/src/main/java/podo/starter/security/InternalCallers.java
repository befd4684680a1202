package podo.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import podo.starter.tls.PeerNames;

/**
 * Which services may call {@code /internal/**} here. Between TLS servers the certificate must bear the name that the token says, and
 * the service must be one of {@code podo.internal-callers}; by plain http, in the tests of one module, the token is all there is.
 *
 * @param byCertificate whether this server asks its callers for certificates
 */
record InternalCallers(Set<String> allowed, boolean byCertificate) {

    boolean allow(String service, HttpServletRequest request) {
        return !byCertificate
                || allowed.contains(service) && PeerNames.of(request).contains(service);
    }
}
