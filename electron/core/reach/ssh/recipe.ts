import type { HostKey, ReachSettings, SshRecipe } from '../../../../shared/reach.ts';

/**
 * What has to be done on a server with OpenSSH 9.2 or newer and nginx 1.18 or newer, to copy. The key may do nothing there
 * but listen on unix sockets: OpenSSH knows no rule for their paths, so the folder's owner decides.
 */
export function sshRecipe(settings: ReachSettings['ssh'], publicKey: string, pinned: HostKey | null): SshRecipe {
  return {
    publicKey,
    authorizedKeysLine: `restrict,port-forwarding,permitlisten="localhost:1",command="/bin/false" ${publicKey}`,
    sshdBlock: sshdBlock(settings),
    nginxBlock: nginxBlock(settings),
    pinned,
  };
}

function sshdBlock({ user, socket }: ReachSettings['ssh']): string {
  const folder = socket.slice(0, socket.lastIndexOf('/')) || '/';
  return `# /etc/ssh/sshd_config.d/ringside.conf, then: sshd -t && systemctl reload ssh
# Once before, as root (nginx runs as www-data on Debian, as nginx elsewhere):
#   useradd --system --create-home --shell /usr/sbin/nologin ${user}
#   echo 'd ${folder} 0750 ${user} www-data -' > /etc/tmpfiles.d/ringside.conf
#   systemd-tmpfiles --create
#   install -d -m 700 -o ${user} -g ${user} ~${user}/.ssh
#   and the line for authorized_keys into ~${user}/.ssh/authorized_keys
Match User ${user}
  AuthenticationMethods publickey
  AllowTcpForwarding remote
  AllowStreamLocalForwarding remote
  PermitListen localhost:1
  StreamLocalBindUnlink yes
  StreamLocalBindMask 0111
  AllowAgentForwarding no
  X11Forwarding no
  PermitTunnel no
  PermitTTY no
  ForceCommand /bin/false
  ClientAliveInterval 5
  ClientAliveCountMax 2
Match all
`;
}

function nginxBlock({ socket, url }: ReachSettings['ssh']): string {
  const { hostname, port, pathname } = new URL(url === '' ? 'https://hooks.example.com' : url);
  return `# /etc/nginx/conf.d/ringside.conf, then: nginx -t && systemctl reload nginx
# Above what a PBX sends after an outage, when all that has waited comes at once.
limit_req_zone $binary_remote_addr zone=ringside:1m rate=5000r/s;

upstream ringside {
  server unix:${socket};
  keepalive 16;
  # Soon closed: one that belongs to a session which has died without a word answers nothing.
  keepalive_timeout 2s;
}

server {
  listen ${port || '443'} ssl;
  server_name ${hostname};
  ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;

  location ${pathname.replace(/\/+$/, '')}/hooks/ {
    # Who may send: the PBX, and the network that Ringside runs in, for it tests the way from there.
    # Take the marks away when both addresses are known and do not change.
    # allow 192.0.2.10;
    # allow 198.51.100.0/24;
    # deny all;

    limit_req zone=ringside burst=10000 nodelay;
    limit_req_status 429;
    client_max_body_size 64k;

    proxy_pass http://ringside${pathname === '/' ? '' : '/hooks/'};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    # Replaces whatever the sender claims.
    proxy_set_header X-Real-IP $remote_addr;
    proxy_connect_timeout 5s;
    proxy_read_timeout 15s;

    # The path is a secret.
    access_log off;
    error_log /var/log/nginx/error.log crit;
  }

  location / {
    return 404;
  }
}
`;
}
