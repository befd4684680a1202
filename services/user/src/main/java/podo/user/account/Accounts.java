package podo.user.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Accounts extends JpaRepository<Account, Long> {

    boolean existsByEmailKey(String emailKey);

    Optional<Account> findByEmailKey(String emailKey);

    List<Account> findByEmailKeyIn(Collection<String> emailKeys);
}
