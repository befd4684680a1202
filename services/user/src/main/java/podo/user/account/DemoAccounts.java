package podo.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates the two demo accounts; active in the profile {@code demo} only. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String PASSWORD = "podo-demo";

    private final SignUpDesk desk;

    DemoAccounts(SignUpDesk desk) {
        this.desk = desk;
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
            desk.openAccount(new SignUpRequest(email, PASSWORD, name), organiser);
            log.info("Created the demo account {}", email);
        } catch (EmailTaken e) {
            log.debug("The demo account {} exists already", email);
        }
    }
}
