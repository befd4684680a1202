package podo.notification.status;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.notification.queue.MailKind;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailRequest;
import podo.notification.queue.MailStatus;

/** Mails of an order or an account, newest first, and their state; never what they say or to whom. */
@RestController
class MailStatusController {

    private static final String ORDER_ID = "[A-Za-z0-9_-]{1,64}";

    private final MailQueue queue;
    private final Clock clock;

    MailStatusController(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @GetMapping("/internal/mails/orders/{orderId}")
    List<MailStatus> ofOrder(@PathVariable @Pattern(regexp = ORDER_ID) String orderId) {
        return queue.ofSubject(orderId);
    }

    @GetMapping("/internal/mails/accounts/{id}")
    List<MailStatus> ofAccount(@PathVariable long id) {
        return queue.ofAccount(id);
    }

    /** Sends the mail with the tickets again, at most once a minute: within one the key is the same. */
    @PostMapping("/internal/mails/orders/{orderId}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain(@PathVariable @Pattern(regexp = ORDER_ID) String orderId) {
        long minute = clock.instant().getEpochSecond() / 60;
        queue.add(MailRequest.ofOrder(
                MailKind.ORDER.keyOf(orderId + ":" + minute), MailKind.ORDER, orderId, clock.instant()));
    }
}
