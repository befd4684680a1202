package podo.web.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The support address shown to fans whom a page refuses. */
@Component("appeal")
class Appeal implements TemplateBean {

    private final String address;

    Appeal(@Value("${podo.support:support@podo.example}") String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }
}
