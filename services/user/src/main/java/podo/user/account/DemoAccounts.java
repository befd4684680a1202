package podo.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import podo.starter.security.Role;
import podo.user.account.password.Passwords;

/** Creates the five demo accounts, and gives them the password of the settings; active in the profile {@code demo} only. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);

    private final SignUpDesk desk;
    private final Accounts accounts;
    private final Passwords passwords;
    private final String password;

    DemoAccounts(
            SignUpDesk desk, Accounts accounts, Passwords passwords, @Value("${podo.demo-password}") String password) {
        this.desk = desk;
        this.accounts = accounts;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments args) {
        create("fan@podo.dev", "Demo Fan");
        create("organiser@podo.dev", "Demo Organiser", Role.ORGANISER);
        create("other@podo.dev", "Another Organiser", Role.ORGANISER);
        create("operator@podo.dev", "Demo Operator", Role.OPERATOR);
        create("door@podo.dev", "Demo Door", Role.DOOR);
    }

    private void create(String email, String name, Role... roles) {
        try {
            desk.openAccount(new SignUpRequest(email, password, name), roles);
            log.info("Created the demo account {}", email);
        } catch (EmailTaken e) {
            accounts.findByEmailKey(EmailKey.of(email)).ifPresent(this::setPassword);
        }
    }

    /** So that a changed {@code PODO_DEMO_PASSWORD} is the only one that opens the account. */
    private void setPassword(Account account) {
        if (passwords.check(password, account.passwordHash()) == Passwords.Check.WRONG) {
            account.changePassword(passwords.hash(password));
            accounts.save(account);
            log.info("Changed the password of a demo account");
        }
    }
}
