package podo.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.web.client.AccountClient;
import podo.web.client.AccountClient.Account;
import podo.web.client.AccountClient.Tokens;
import podo.web.client.ServiceRefusal;
import podo.web.page.Visitor;
import podo.web.passkey.PasskeyAnswer;

/** Checks address and password, or an authenticator's answer, with the user service; the tokens are passed on as the authentication's details. */
@Component
class UserServiceAuthenticationProvider implements AuthenticationProvider {

    private final AccountClient accounts;
    private final DeviceCookie devices;

    UserServiceAuthenticationProvider(AccountClient accounts, DeviceCookie devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication login) throws AuthenticationException {
        try {
            Tokens tokens = tokens(login);
            Account account = accounts.me("Bearer " + tokens.accessToken());
            List<Membership> teams = teams(tokens);
            var known = UsernamePasswordAuthenticationToken.authenticated(
                    visitor(account, teams),
                    null,
                    AuthorityUtils.createAuthorityList(
                            account.roles().stream().map("ROLE_"::concat).toList()));
            known.setDetails(tokens);
            return known;
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 400) {
                throw new BadCredentialsException("The user service refused the credentials", refusal);
            }
            throw new AuthenticationServiceException("The user service answered " + refusal.problem(), refusal);
        } catch (RuntimeException e) {
            throw new AuthenticationServiceException("The user service did not answer", e);
        }
    }

    private Tokens tokens(Authentication login) {
        return login.getDetails() instanceof PasskeyAnswer answer
                ? accounts.logIn(new AccountClient.PasskeyCredentials(
                        answer.ceremony(), answer.credential(), devices.ofCurrentRequest()))
                : accounts.logIn(new AccountClient.Credentials(
                        login.getName().strip(), String.valueOf(login.getCredentials()), devices.ofCurrentRequest()));
    }

    /** Empty while the user service does not tell: the pages ask it again. */
    private List<Membership> teams(Tokens tokens) {
        try {
            return accounts.teams("Bearer " + tokens.accessToken());
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static Visitor visitor(Account account, List<Membership> teams) {
        boolean manages = account.roles().contains("ORGANISER")
                || teams.stream().anyMatch(team -> team.role().has(Right.VIEW));
        boolean checksTickets = teams.stream().anyMatch(team -> team.role().has(Right.DOOR));
        return new Visitor(
                account.id(),
                account.email(),
                account.name(),
                manages,
                account.roles().contains("OPERATOR"),
                account.roles().contains("DOOR") || checksTickets && !manages);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** The user service's refusal that caused a failed log-in; null when there was none. */
    static @Nullable ServiceRefusal refusal(@Nullable Throwable e) {
        return e != null && e.getCause() instanceof ServiceRefusal refusal ? refusal : null;
    }
}
