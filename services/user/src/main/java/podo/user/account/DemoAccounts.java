package podo.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates the two demo accounts, and gives them the password of the settings; active in the profile {@code demo} only. */
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
        create("fan@podo.dev", "Demo Fan", false);
        create("organiser@podo.dev", "Demo Organiser", true);
        create("other@podo.dev", "Another Organiser", true);
        create("operator@podo.dev", "Demo Operator", false);
    }

    private void create(String email, String name, boolean organiser) {
        try {
            desk.openAccount(new SignUpRequest(email, password, name), organiser);
            log.info("Created the demo account {}", email);
        } catch (EmailTaken e) {
            accounts.findByEmailKey(EmailKey.of(email)).ifPresent(this::setPassword);
        }
    }

    /** So that a changed {@code PODO_DEMO_PASSWORD} is the only one that opens the account. */
    private void setPassword(Account account) {
        if (passwords.check(password, account.passwordHash()) == Passwords.Check.WRONG) {
            account.replacePasswordHash(passwords.hash(password));
            accounts.save(account);
            log.info("Changed the password of a demo account");
        }
    }
}
