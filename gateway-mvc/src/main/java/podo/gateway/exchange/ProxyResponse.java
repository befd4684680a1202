package podo.gateway.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's response: status and headers pass unchanged, without hop-by-hop headers. */
interface ProxyResponse extends ServerResponse {

    Set<String> DROPPED_HEADERS = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    ClassicHttpResponse upstream();

    static boolean isEventStream(ClassicHttpResponse upstream) {
        String type = upstream.getEntity() == null ? null : upstream.getEntity().getContentType();
        return type != null && type.startsWith("text/event-stream");
    }

    default void copyStatusAndHeaders(HttpServletResponse response) {
        response.setStatus(upstream().getCode());
        for (Header header : upstream().getHeaders()) {
            if (!DROPPED_HEADERS.contains(header.getName().toLowerCase(Locale.ROOT))) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
    }

    @Override
    default HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(upstream().getCode());
    }

    @Override
    default HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }

    @Override
    default MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }
}
