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
 * Refuses a request whose Content-Length exceeds {@code podo.gateway.max-body}, {@code max-file} for calls that send a file, or {@code max-form} for forms
 * that send one to a page, which reads what is too large to its end and answers at the field. Chunked bodies are counted while they are forwarded.
 */
@Component
class BodySizeLimit {

    private record Limit(List<RequestPattern> calls, long bytes) {

        static Limit of(List<String> calls, DataSize size) {
            return new Limit(calls.stream().map(RequestPattern::of).toList(), size.toBytes());
        }
    }

    private final long usual;
    private final List<Limit> limits;

    BodySizeLimit(
            @Value("${podo.gateway.max-body}") DataSize usual,
            @Value("${podo.gateway.max-file}") DataSize file,
            @Value("${podo.gateway.files}") List<String> files,
            @Value("${podo.gateway.max-form}") DataSize form,
            @Value("${podo.gateway.forms}") List<String> forms) {
        this.usual = usual.toBytes();
        this.limits = List.of(Limit.of(files, file), Limit.of(forms, form));
    }

    void check(HttpServletRequest request, PathContainer path) {
        long limit = limits.stream()
                .filter(larger -> larger.calls().stream().anyMatch(call -> call.matches(request.getMethod(), path)))
                .mapToLong(Limit::bytes)
                .findFirst()
                .orElse(usual);
        if (request.getContentLengthLong() > limit) {
            throw GatewayProblem.tooLarge();
        }
        LargestBody.set(request, limit);
    }
}
