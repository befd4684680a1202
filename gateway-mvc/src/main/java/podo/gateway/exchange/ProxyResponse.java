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

/** A neighbour's answer: its status and headers go home as they came, without what concerns one connection only. */
interface ProxyResponse extends ServerResponse {

    Set<String> LEFT_OUT = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    ClassicHttpResponse answer();

    static boolean isLive(ClassicHttpResponse answer) {
        String type = answer.getEntity() == null ? null : answer.getEntity().getContentType();
        return type != null && type.startsWith("text/event-stream");
    }

    default void copyHead(HttpServletResponse response) {
        response.setStatus(answer().getCode());
        for (Header header : answer().getHeaders()) {
            if (!LEFT_OUT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
    }

    @Override
    default HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer().getCode());
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
