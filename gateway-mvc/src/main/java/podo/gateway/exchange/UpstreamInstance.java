package podo.gateway.exchange;

import java.io.IOException;
import java.net.InetAddress;
import org.apache.hc.core5.http.HttpHost;

/**
 * One running instance of a service.
 *
 * @param secure whether it speaks TLS; then its certificate must bear the service's name
 */
public record UpstreamInstance(String service, String host, int port, boolean secure) {

    /** With TLS the address and port of this instance under the service's name, which the handshake compares. */
    public HttpHost target() throws IOException {
        return secure
                ? new HttpHost("https", InetAddress.getByName(host), service, port)
                : new HttpHost("http", host, port);
    }
}
