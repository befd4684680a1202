package podo.reservation.booking.code;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.reservation.booking.code.CodeAuditQuery.CodeFacts;

/** Data for the auditor: how often codes are used, by their own number and by the bookings that use them. */
@RestController
class CodeAuditController {

    private final CodeAuditQuery query;

    CodeAuditController(CodeAuditQuery query) {
        this.query = query;
    }

    /** By id, those after {@code after}; 10,000 at most. */
    @GetMapping("/internal/audit/codes")
    List<CodeFacts> codes(@RequestParam long after, @RequestParam int limit) {
        return query.codes(after, limit);
    }
}
