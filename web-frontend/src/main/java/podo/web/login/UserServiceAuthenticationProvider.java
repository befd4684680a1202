package podo.web.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import podo.web.calls.AccountClient;
import podo.web.calls.AccountClient.Account;
import podo.web.calls.AccountClient.Tokens;
import podo.web.calls.ServiceRefusal;
import podo.web.page.Visitor;

/** Asks the user service whether address and password fit; the tokens it gives travel as the details to the session. */
@Component
class UserServiceAuthenticationProvider implements AuthenticationProvider {

    private final AccountClient accounts;

    UserServiceAuthenticationProvider(AccountClient accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication claim) throws AuthenticationException {
        try {
            Tokens tokens = accounts.logIn(
                    new AccountClient.Credentials(claim.getName().strip(), String.valueOf(claim.getCredentials())));
            Account account = accounts.me("Bearer " + tokens.accessToken());
            var known = UsernamePasswordAuthenticationToken.authenticated(
                    visitor(account),
                    null,
                    AuthorityUtils.createAuthorityList(
                            account.roles().stream().map("ROLE_"::concat).toList()));
            known.setDetails(tokens);
            return known;
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 400) {
                throw new BadCredentialsException("wrong", refusal);
            }
            throw new AuthenticationServiceException(refusal.name(), refusal);
        } catch (RuntimeException away) {
            throw new AuthenticationServiceException("away", away);
        }
    }

    private static Visitor visitor(Account account) {
        return new Visitor(
                account.id(), account.email(), account.name(), account.roles().contains("ORGANISER"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** The refusal behind a failed log-in, when a service gave one. */
    static @Nullable ServiceRefusal refusal(@Nullable Throwable e) {
        return e != null && e.getCause() instanceof ServiceRefusal refusal ? refusal : null;
    }
}
