package podo.tosssimulator.fault;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for faults: plain HTML forms. */
@Controller
@RequestMapping(path = "/simulator/faults")
class FaultPage {

    private static final String BACK = "redirect:/simulator/faults";

    private final Faults faults;

    FaultPage(Faults faults) {
        this.faults = faults;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String panel(Model page) {
        page.addAttribute("faults", faults.list());
        page.addAttribute("kinds", FaultKind.values());
        page.addAttribute("calls", TossOperation.values());
        return "faults";
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String set(
            @RequestParam FaultKind kind,
            @RequestParam TossOperation call,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(required = false) @Nullable Integer percent,
            @RequestParam(required = false) @Nullable Long millis,
            @RequestParam(required = false) @Nullable Integer status,
            @RequestParam(required = false) @Nullable String code) {
        Double share = percent == null ? null : percent / 100.0;
        faults.set(new FaultRequest(kind, call, orderId, count, share, millis, status, code));
        return BACK;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IllegalArgumentException e) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
    }

    @PostMapping(path = "/heal", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String remove(@RequestParam(required = false) @Nullable String id) {
        if (id == null) {
            faults.removeAll();
        } else {
            faults.remove(id);
        }
        return BACK;
    }
}
