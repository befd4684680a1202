package podo.user.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import podo.starter.text.MailAddress;
import podo.starter.text.PersonText;
import podo.user.account.password.PasswordRules;

/** Body of a sign-up. */
record SignUpRequest(
        @PersonText(max = 254) @MailAddress String email,

        @NotNull @Size(min = PasswordRules.SHORTEST, max = PasswordRules.LONGEST)
        String password,

        @PersonText(max = 100) String name) {

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "SignUpRequest[" + email + "]";
    }
}
