package podo.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The two accounts of the demo, made by its profile only. */
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
        open("fan@podo.dev", "Demo Fan", false);
        open("organiser@podo.dev", "Demo Organiser", true);
    }

    private void open(String email, String name, boolean organiser) {
        try {
            desk.open(new SignUp(email, PASSWORD, name), organiser);
            log.info("Demo account {} is ready", email);
        } catch (EmailTaken e) {
            log.debug("Demo account {} was there", email);
        }
    }
}
