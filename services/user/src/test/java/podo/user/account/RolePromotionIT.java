package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import podo.starter.security.Role;
import podo.user.UserIT;

class RolePromotionIT extends UserIT {

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Test
    void onlyExistingAccountsArePromoted() {
        String organiser = signUpFan();
        String operator = signUpFan();
        String doorStaff = signUpFan();
        String later = freshEmail();
        RolePromotion promotions = new RolePromotion(
                accounts, events, List.of(organiser, later, ""), List.of(operator, later), List.of(doorStaff));
        transactions.executeWithoutResult(status -> promotions.run(new DefaultApplicationArguments()));

        assertThat(accounts.findByEmailKey(organiser))
                .get()
                .returns(Set.of(Role.FAN, Role.ORGANISER), it -> it.profile().roles());
        var teams = get("/api/teams", as(logIn(organiser, PASSWORD))).body();
        assertThat(teams.path(0).path("role").asString()).isEqualTo("OWNER");
        assertThat(accounts.findByEmailKey(operator))
                .get()
                .returns(Set.of(Role.FAN, Role.OPERATOR), it -> it.profile().roles());
        assertThat(accounts.findByEmailKey(doorStaff))
                .get()
                .returns(Set.of(Role.FAN, Role.DOOR), it -> it.profile().roles());
        assertThat(accounts.findByEmailKey(later)).isEmpty();
    }
}
