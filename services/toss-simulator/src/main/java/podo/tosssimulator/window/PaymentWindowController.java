package podo.tosssimulator.window;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import podo.tosssimulator.money.PaymentMethod;

/** The payment window for people: a plain HTML form without a script. */
@Controller
@RequestMapping("/window")
class PaymentWindowController {

    private static final List<String> DECLINES = List.of(
            "REJECT_CARD_PAYMENT",
            "REJECT_CARD_COMPANY",
            "INVALID_CARD_EXPIRATION",
            "INVALID_STOPPED_CARD",
            "EXCEED_MAX_PAYMENT_AMOUNT",
            "INVALID_CARD_LOST_OR_STOLEN");

    private final SimulatedBuyer buyer;
    private final WindowSettings settings;

    PaymentWindowController(SimulatedBuyer buyer, WindowSettings settings) {
        this.buyer = buyer;
        this.settings = settings;
    }

    @GetMapping
    String open(@ModelAttribute("windowRequest") WindowRequest request, Model page, Locale locale) {
        request.requireOrderId();
        settings.successUrl(request.successUrl());
        settings.failUrl(request.failUrl());
        page.addAttribute("name", request.requireName());
        page.addAttribute("price", String.format(Locale.KOREA, "₩%,d", request.requireAmount()));
        page.addAttribute("declines", DECLINES);
        page.addAttribute("methods", PaymentMethod.values());
        return "window";
    }

    @PostMapping
    ResponseEntity<Void> submit(
            @ModelAttribute("windowRequest") WindowRequest request,
            @RequestParam BuyerOutcome outcome,
            @RequestParam(defaultValue = "CARD") PaymentMethod method,
            @RequestParam(required = false) @Nullable String code) {
        SimulatedBuyer.Result result = buyer.act(request, outcome, method, code);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(result.redirectUrl()))
                .build();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(InvalidWindowRequest e, Model page) {
        page.addAttribute("reason", e.getMessage());
        return "invalid-window-request";
    }
}
