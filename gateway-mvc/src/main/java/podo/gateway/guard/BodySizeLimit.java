package podo.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import podo.gateway.exchange.LargestBody;
import podo.gateway.refusal.GatewayProblem;

/**
 * Refuses a request whose Content-Length exceeds {@code podo.gateway.max-body}, or {@code max-file} for calls that send a file;
 * chunked bodies are counted while they are forwarded.
 */
@Component
class BodySizeLimit {

    private final long usual;
    private final long file;
    private final List<RequestPattern> filePatterns;

    BodySizeLimit(
            @Value("${podo.gateway.max-body}") DataSize usual,
            @Value("${podo.gateway.max-file}") DataSize file,
            @Value("${podo.gateway.files}") List<String> files) {
        this.usual = usual.toBytes();
        this.file = file.toBytes();
        this.filePatterns = files.stream().map(RequestPattern::of).toList();
    }

    void check(HttpServletRequest request, PathContainer path) {
        boolean sendsFile = filePatterns.stream().anyMatch(pattern -> pattern.matches(request.getMethod(), path));
        long limit = sendsFile ? file : usual;
        if (request.getContentLengthLong() > limit) {
            throw GatewayProblem.tooLarge();
        }
        LargestBody.set(request, limit);
    }
}
