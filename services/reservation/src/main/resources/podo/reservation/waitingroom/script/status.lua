-- ARGV: fan. Counts as a heartbeat. Returns standing(fan) | {NO_ROOM}
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
heartbeat(ARGV[1])
return standing(ARGV[1])
