package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.support.TransactionOperations;
import podo.user.UserIT;

class OrganiserPromotionIT extends UserIT {

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionOperations transactions;

    @Test
    void onlyExistingAccountsArePromoted() {
        String listed = signUpFan();
        String later = freshEmail();
        OrganiserPromotion promotions = new OrganiserPromotion(accounts, List.of(listed, later, ""));
        transactions.executeWithoutResult(status -> promotions.run(new DefaultApplicationArguments()));

        assertThat(accounts.findByEmailKey(listed))
                .get()
                .returns(true, it -> it.toFan().organiser());
        assertThat(accounts.findByEmailKey(later)).isEmpty();
    }
}
