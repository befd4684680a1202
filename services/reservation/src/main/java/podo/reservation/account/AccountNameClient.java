package podo.reservation.account;

import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** User: names of accounts. */
interface AccountNameClient {

    /** At most 1,000 ids; accounts that don't exist are left out. */
    @PostExchange("/internal/accounts/names")
    List<KnownAccount> names(@RequestBody List<Long> ids);
}
