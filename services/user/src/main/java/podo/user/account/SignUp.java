package podo.user.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody fills in to get an account. */
record SignUp(
        @NotBlank @Size(max = 254) @Email String email,

        @NotNull @Size(min = 8, max = 200) String password,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name) {

    /** Never prints the password. */
    @Override
    public String toString() {
        return "SignUp[" + email + "]";
    }
}
