package podo.notification.status;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import podo.notification.queue.GivenUpMails;
import podo.notification.queue.MailQueue;
import podo.notification.queue.MailStatus;
import podo.starter.problem.NotFound;

/** Mails of an order or an account, newest first, and their state; never what they say or to whom. */
@RestController
class MailStatusController {

    private static final String ORDER_ID = "[A-Za-z0-9_-]{1,64}";

    private static final Duration SENT_ONCE_IN = Duration.ofMinutes(1);

    /** @param queued how many are sent again */
    record Again(int queued) {}

    private final MailQueue queue;
    private final GivenUpMails givenUp;

    MailStatusController(MailQueue queue, GivenUpMails givenUp) {
        this.queue = queue;
        this.givenUp = givenUp;
    }

    @GetMapping("/internal/mails/given-up")
    GivenUpMails.GivenUp givenUp() {
        return givenUp.count();
    }

    @PostMapping("/internal/mails/given-up/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Again sendAllAgain() {
        return new Again(givenUp.sendAgain());
    }

    @GetMapping("/internal/mails/orders/{orderId}")
    List<MailStatus> ofOrder(@PathVariable @Pattern(regexp = ORDER_ID) String orderId) {
        return queue.ofSubject(orderId);
    }

    @GetMapping("/internal/mails/accounts/{id}")
    List<MailStatus> ofAccount(@PathVariable long id) {
        return queue.ofAccount(id);
    }

    /** 202 also when it is on its way, or was sent within a minute: then nothing more is sent; 404 when the order has no such mail. */
    @PostMapping("/internal/mails/orders/{orderId}/{mailId}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain(@PathVariable @Pattern(regexp = ORDER_ID) String orderId, @PathVariable long mailId) {
        if (!queue.sendAgain(orderId, mailId, SENT_ONCE_IN)) {
            throw new NotFound();
        }
    }
}
