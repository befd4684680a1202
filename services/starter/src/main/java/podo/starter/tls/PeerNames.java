package podo.starter.tls;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The names in the certificate of the other side: DNS entries of its alternative names, a service's own among them. */
public final class PeerNames {

    private static final int DNS_NAME = 2;

    private PeerNames() {}

    /** Of the caller; empty without a certificate. Tomcat has checked before that the services' authority signed it. */
    public static Set<String> of(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                        && chain.length > 0
                ? of(chain[0])
                : Set.of();
    }

    static Set<String> of(X509Certificate certificate) {
        try {
            Collection<java.util.List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? Set.of()
                    : alternatives.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }
}
