package podo.web.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom a fan writes to who was refused and thinks that this is a mistake. */
@Component("appeal")
class Appeal implements ForTemplates {

    private final String address;

    Appeal(@Value("${podo.support:support@podo.example}") String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}
