package podo.user.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Body of a sign-up. */
record SignUpRequest(
        @NotBlank @Size(max = 254) @Email String email,

        @NotNull @Size(min = 8, max = 200) String password,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name) {

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "SignUpRequest[" + email + "]";
    }
}
