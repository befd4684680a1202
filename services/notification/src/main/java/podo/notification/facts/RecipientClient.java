package podo.notification.facts;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Accounts, at the user service. */
interface RecipientClient {

    /** 404 when there is no such account, or not any more. */
    @GetExchange("/internal/accounts/{id}")
    Recipient recipient(@PathVariable long id);

    /** 404 when the mail is not worth sending any more. */
    @GetExchange("/internal/account-mails/{mailId}")
    AccountMailFacts accountMail(@PathVariable String mailId);
}
