-- Writes a part of the drawn list; a repeat changes nothing. ARGV: mode, highest number served (0 in a draw), then number, fan and
-- ticket id of each. Returns 1, or 0 when there is nothing to write to. Modes:
--   drawn    only fans whose ticket is on the list: a fan who left has no place, a fan who joined again has another ticket
--   lost     fans on the published list whom Redis had lost before it closed its own list
--   rebuilt  the whole room was lost and is invisible until layout.lua ran; numbers that had been served go to `parked`
local mode, served = ARGV[1], tonumber(ARGV[2])
if mode == 'rebuilt' then
  if redis.call('EXISTS', meta) == 1 then
    return 0
  end
elseif get('drawn') == '1' or get('closing') ~= '1' then
  return 0
end
local silenceLimit = mode == 'drawn' and num('silenceInLobby') or 0
for i = 3, #ARGV, 3 do
  local number, fan, ticket = tonumber(ARGV[i]), ARGV[i + 1], ARGV[i + 2]
  local known, hasNumber = place(fan)
  if mode == 'drawn' and known == ticket or mode ~= 'drawn' and not hasNumber then
    redis.call('HSET', fans, fan, ticket .. '|' .. number)
    redis.call('ZADD', number <= served and parked or line, number, fan)
    -- a fan who was silent in the lobby is skipped until the next heartbeat
    local isSilent = silenceLimit > 0 and now - tonumber(redis.call('ZSCORE', seen, fan) or '0') > silenceLimit
    redis.call('ZADD', seen, isSilent and 0 or now, fan)
  end
end
if mode == 'rebuilt' then
  for _, key in ipairs({fans, line, parked, seen}) do
    redis.call('EXPIRE', key, 86400) -- in case the rebuild is not finished
  end
end
return 1
