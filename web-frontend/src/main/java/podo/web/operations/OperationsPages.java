package podo.web.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import podo.web.operations.ProcessReading.Seen;
import podo.web.page.ResponseKind;

/** The figures of a sale, for operators. The page updates itself every two seconds unless it is paused; without scripts it is read again. */
@Controller
class OperationsPages {

    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

    private final OperationsBoard board;
    private final String traceUrl;

    /** @param traceUrl where a tracing system shows {@code {trace}}; empty when there is none */
    OperationsPages(OperationsBoard board, @Value("${podo.web.trace-url:}") String traceUrl) {
        this.board = board;
        this.traceUrl = traceUrl;
    }

    @GetMapping("/admin/operations")
    String show(
            @RequestParam(required = false) @Nullable String paused,
            @RequestParam(required = false) @Nullable String trace,
            HttpServletRequest request,
            Model model) {
        OperationsBoard.Shown shown = board.show();
        String wanted = trace == null ? "" : trace.strip().toLowerCase(java.util.Locale.ROOT);
        boolean known = TRACE.matcher(wanted).matches();
        model.addAttribute("board", shown);
        model.addAttribute("paused", paused != null);
        model.addAttribute("trace", wanted);
        model.addAttribute("badTrace", !wanted.isEmpty() && !known);
        model.addAttribute("requests", known ? ofTrace(shown.requests(), wanted) : shown.requests());
        model.addAttribute("traceUrl", traceUrl.contains("{trace}") ? traceUrl : null);
        return ResponseKind.isHtmx(request) ? "admin/operations :: live" : "admin/operations";
    }

    private static List<Seen> ofTrace(List<Seen> requests, String trace) {
        return requests.stream().filter(seen -> seen.traceId().equals(trace)).toList();
    }
}
