package podo.starter.team;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The teams of an account, at the user service. */
public interface MembershipClient {

    @GetExchange("/internal/accounts/{accountId}/memberships")
    List<Membership> of(@PathVariable long accountId);
}
