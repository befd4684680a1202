-- Creates the room, or changes its times. Until this ran the room does not exist for any other script, so a rebuilt line appears at once.
-- ARGV as RoomLayout: lobbyOpensAt, onSaleAt, duration of an offer (ms), drawn 0|1, highest number given, highest number served,
--   silence inside (ms), width of an age in the life table (ms), highest number that may be given, 1 when the room had existed and was
--   lost, grace period after a loss (ms), how many were drawn, when the keys expire (ms, 0: never). Returns 1
if redis.call('EXISTS', meta) == 0 then
  redis.call('HSET', meta, 'drawn', ARGV[4], 'next', ARGV[5], 'serving', ARGV[6], 'budget', 0, 'room', 0, 'open', 0,
    'rebuilt', ARGV[10] or '0', 'ceiling', ARGV[9] or ARGV[5] + 1e12, 'process', process(), 'saved', redis.call('LASTSAVE'), 'keepUntil', ARGV[13] or 0)
  if ARGV[10] == '1' then
    redis.call('HSET', meta, 'restUntil', now + tonumber(ARGV[11]))
    markLost(tonumber(ARGV[12]), tonumber(ARGV[5]))
  end
  setExpiry()
end
redis.call('HSET', meta, 'lobbyOpensAt', ARGV[1], 'onSaleAt', ARGV[2], 'offerMillis', ARGV[3],
  'silenceInside', ARGV[7], 'ageWidth', ARGV[8] or '18750')
return 1
